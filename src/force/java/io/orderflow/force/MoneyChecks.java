package io.orderflow.force;

import io.orderflow.force.gateway.Entry;
import io.orderflow.force.gateway.Entry.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Our ledger against the gateway's, order by order and to the won. */
class MoneyChecks {

    private static final String OWN = """
            select o.order_number, o.status,
              (select coalesce(sum(amount), 0) from charge c
                where c.order_number = o.order_number and c.status = 'APPROVED') as charged,
              (select coalesce(sum(amount), 0) from refund r
                where r.order_number = o.order_number and r.status = 'DONE') as refunded,
              (select coalesce(sum(amount), 0) from refund r
                where r.order_number = o.order_number and r.status = 'SETTLED_OUTSIDE') as outside,
              (select coalesce(sum(amount), 0) from kept_fee f
                where f.order_number = o.order_number and f.given_back_at is null) as kept
            from orders o""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, List<Entry>> ledger;

    MoneyChecks(NamedParameterJdbcTemplate jdbc, List<Entry> ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger.stream().collect(Collectors.groupingBy(Entry::order));
    }

    private record Own(String order, String status, long charged, long refunded, long outside, long kept) {}

    /** @param running the orders whose process runs: money of a cancelled one may still be on its way back */
    List<String> broken(List<String> running) {
        List<String> broken = new ArrayList<>();
        List<Own> all = jdbc.query(
                OWN,
                (row, number) -> new Own(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
        all.forEach(own -> check(own, running.contains(own.order()), broken));
        Set<String> strangers = new HashSet<>(ledger.keySet());
        all.forEach(own -> strangers.remove(own.order()));
        strangers.forEach(order -> broken.add("the gateway moved money for " + order + ", which does not exist"));
        return broken;
    }

    private void check(Own own, boolean running, List<String> broken) {
        long charges = entries(own, Direction.CHARGE).count();
        long charged = entries(own, Direction.CHARGE).mapToLong(Entry::amount).sum();
        long refunded = entries(own, Direction.REFUND).mapToLong(Entry::amount).sum();
        String which = own.order() + ", " + own.status();
        if (charges > 1) {
            broken.add("the gateway charged %s %d times".formatted(which, charges));
        }
        if (charged != own.charged()) {
            broken.add("the gateway charged %d for %s, our ledger says %d".formatted(charged, which, own.charged()));
        }
        if (refunded != own.refunded()) {
            broken.add(
                    "the gateway gave back %d for %s, our ledger says %d".formatted(refunded, which, own.refunded()));
        }
        if (refunded + own.outside() > charged) {
            broken.add("more came back for %s than was charged".formatted(which));
        }
        long rest = charged - refunded - own.outside() - own.kept();
        if (mustBeEmpty(own, running) && rest != 0) {
            broken.add("the gateway holds %d for %s".formatted(rest, which));
        }
    }

    private static boolean mustBeEmpty(Own own, boolean running) {
        return Set.of("FAILED", "REFUNDED", "RETURNED").contains(own.status())
                || own.status().equals("CANCELLED") && !running;
    }

    private Stream<Entry> entries(Own own, Direction direction) {
        return ledger.getOrDefault(own.order(), List.of()).stream().filter(entry -> entry.direction() == direction);
    }
}
