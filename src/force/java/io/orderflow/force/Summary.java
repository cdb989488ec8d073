package io.orderflow.force;

/** What there was to prove it on. */
final class Summary {

    private Summary() {}

    static void tell(Stage stage) {
        Site site = stage.site();
        Findings findings = stage.findings();
        findings.tell("orders by state: " + stage.counts("select status, count(*) from orders group by status"));
        findings.tell("charges: " + stage.counts("select status, count(*) from charge group by status"));
        findings.tell("refunds: " + stage.counts("select status, count(*) from refund group by status"));
        findings.tell("returns: " + stage.counts("select status, count(*) from return_request group by status"));
        findings.tell("the gateway's books: %d movements; calls by fault: %s"
                .formatted(site.gateway().ledger().size(), site.gateway().faults()));
        findings.tell("the gateway's webhooks: " + site.gateway().webhooks());
        findings.tell("the carrier's webhooks: "
                + stage.counts("select outcome, count(*) from carrier_event group by outcome"));
        findings.tell("unclear answers to clients: " + site.shop().unclear());
        findings.tell("ops completed %d tasks and retried %d incidents"
                .formatted(site.staff().tasks(), site.staff().incidents()));
    }
}
