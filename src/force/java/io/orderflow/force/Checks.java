package io.orderflow.force;

import io.orderflow.process.OrderPromise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every promise, held against the tables, the gateway's books, the engine, and what customers were told. */
class Checks {

    private final Site site;
    private final NamedParameterJdbcTemplate jdbc;

    Checks(Site site) {
        this.site = site;
        jdbc = site.jdbc();
    }

    /** Returns what is broken, in words. To be asked when all work is done. */
    List<String> broken() {
        List<String> running = running();
        List<String> broken = new ArrayList<>(instances(running));
        broken.addAll(promises(running));
        Goods.STOCK.forEach((sku, start) -> broken.addAll(stock(sku, start)));
        broken.addAll(
                strings("select 'coupon ' || c.code || ' is used ' || used || ' times of ' || max_uses || ', held by '"
                        + " || (select count(*) from coupon_use u where u.code = c.code) from coupon c where used > max_uses "
                        + "or used <> (select count(*) from coupon_use u where u.code = c.code)"));
        broken.addAll(new MoneyChecks(jdbc, site.gateway().ledger()).broken(running));
        broken.addAll(new WordChecks(jdbc, site.told()).broken());
        broken.addAll(returns());
        broken.addAll(reconciliation());
        broken.addAll(strings("select 'the application itself found: ' || finding from case_file"));
        broken.addAll(site.gateway().overlaps());
        return broken;
    }

    /** The orders whose process runs; more than once where more than one does. */
    private List<String> running() {
        return running("Order");
    }

    private List<String> running(String process) {
        List<String> running = new ArrayList<>();
        site.shop()
                .get("admin", "/engine-rest/process-instance?rootProcessInstances=true&processDefinitionKey=" + process)
                .body()
                .forEach(instance -> running.add(instance.path("businessKey").asText()));
        return running;
    }

    /** A return that is open has one process, and no other has any. */
    private List<String> returns() {
        List<String> running = running("Return").stream().sorted().toList();
        List<String> open = strings("select order_number from return_request where status in ('REQUESTED', 'APPROVED') "
                + "order by order_number");
        return running.equals(open) ? List.of() : List.of("returns are open of " + open + ", and run for " + running);
    }

    private List<String> instances(List<String> running) {
        List<String> broken = new ArrayList<>();
        Set<String> orders = new HashSet<>(strings("select order_number from orders"));
        Set<String> seen = new HashSet<>();
        for (String order : running) {
            if (!orders.contains(order)) {
                broken.add("a process runs for " + order + ", which does not exist");
            }
            if (!seen.add(order)) {
                broken.add("two processes run for " + order);
            }
        }
        return broken;
    }

    private List<String> promises(List<String> running) {
        List<String> broken = new ArrayList<>();
        for (OrderPromise promise : OrderPromise.values()) {
            jdbc.queryForList(
                            "select o.order_number || ', ' || o.status from orders o where " + promise.broken(),
                            Map.of("running", running.isEmpty() ? List.of("none") : running),
                            String.class)
                    .forEach(order -> broken.add(promise + " is broken by " + order));
        }
        return broken;
    }

    /**
     * Pieces on hand and gone are what there was at first; gone is what was sold or lost and is not back on the shelf.
     */
    private List<String> stock(String sku, int start) {
        return jdbc.queryForList("""
                select sku || ': ' || on_hand || ' on hand and ' || gone || ' gone of ' || :start || '; ' || reserved
                  || ' reserved for ' || held || ' held'
                from (select p.sku, p.on_hand, p.reserved,
                    (select coalesce(sum(case when r.status in ('CONFIRMED', 'WRITTEN_OFF') then r.quantity
                      else r.returned end), 0) from reservation_line r where r.sku = p.sku)
                    - (select coalesce(sum(t.quantity), 0) from taken_back t where t.sku = p.sku and t.restocked) as gone,
                    (select coalesce(sum(r.quantity), 0) from reservation_line r
                      where r.sku = p.sku and r.status = 'HELD') as held
                  from product p where p.sku = :sku) s
                where on_hand + gone <> :start or reserved <> held""", Map.of("sku", sku, "start", start), String.class);
    }

    /** What the application itself finds when it compares its ledger with the gateway's books. */
    private List<String> reconciliation() {
        ShopApi.Reply reply = site.shop()
                .post("ops", "/api/reconciliations", "{}", UUID.randomUUID().toString());
        List<String> broken = new ArrayList<>();
        if (!reply.isOk()) {
            broken.add("reconciling is answered with " + reply);
        }
        reply.body()
                .path("cases")
                .forEach(found ->
                        broken.add("reconciling finds: " + found.path("finding").asText()));
        return broken;
    }

    private List<String> strings(String sql) {
        return jdbc.queryForList(sql, Map.of(), String.class);
    }
}
