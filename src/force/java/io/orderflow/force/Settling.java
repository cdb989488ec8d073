package io.orderflow.force;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Waits until nothing is left to do but what waits for time or for the carrier. */
class Settling {

    private static final Map<String, String> UNSETTLED = Map.of(
            "orders wait for payment", "select count(*) from orders where status in ('CREATED', 'PAID')",
            "payments are in progress", "select count(*) from orders where payment_status = 'IN_PROGRESS'",
            "charges are open", "select count(*) from charge where status not in ('APPROVED', 'DECLINED')",
            "refunds are open", "select count(*) from refund where status not in ('DONE', 'SETTLED_OUTSIDE')",
            "returns are open", "select count(*) from return_request where status in ('REQUESTED', 'APPROVED')");

    private final Site site;

    Settling(Site site) {
        this.site = site;
    }

    /** Returns what is left when all patience is used up, in words. */
    List<String> await(Duration patience) {
        Instant end = Instant.now().plus(patience);
        List<String> left = left();
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Pause.millis(500);
            left = left();
        }
        return left;
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        UNSETTLED.forEach((what, sql) -> note(left, what, site.jdbc().queryForObject(sql, Map.of(), Long.class)));
        note(left, "jobs are due", count("job/count?executable=true&active=true"));
        note(left, "tasks wait", count("task/count") - count("task/count?taskDefinitionKey=Task_ResolveCase"));
        note(left, "incidents stand", count("incident/count"));
        return left;
    }

    private long count(String what) {
        return site.shop()
                .get("admin", "/engine-rest/" + what)
                .body()
                .path("count")
                .asLong(-1);
    }

    private static void note(List<String> left, String what, long count) {
        if (count != 0) {
            left.add(count + " " + what);
        }
    }
}
