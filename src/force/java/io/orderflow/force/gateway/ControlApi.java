package io.orderflow.force.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where the proof tells the gateway how to behave, and reads its books. */
public class ControlApi implements Door.Api {

    private final Ledger ledger;
    private final Faults faults;
    private final Conversations conversations;
    private final Webhooks webhooks;

    ControlApi(Ledger ledger, Faults faults, Conversations conversations, Webhooks webhooks) {
        this.ledger = ledger;
        this.faults = faults;
        this.conversations = conversations;
        this.webhooks = webhooks;
    }

    /**
     * What the gateway has seen since it started.
     *
     * @param faults how often each was made
     * @param overlaps in words, each conversation about a payment that ran while another one moved its money
     * @param sent webhooks, repeats included
     * @param taken how many of them were answered with 200
     */
    public record Sight(Map<Fault, Integer> faults, List<String> overlaps, int sent, int taken) {}

    @Override
    public void serve(Request request, Wire wire) throws IOException {
        if (request.path().equals("/control/faults") && request.method().equals("PUT")) {
            faults.take(Ledger.JSON.readValue(request.body(), Faults.Orders.class));
            wire.send(Answer.ok(Answer.JSON.createObjectNode()));
        } else if (request.path().equals("/control/ledger")) {
            wire.send(Answer.ok(json(ledger.entries())));
        } else if (request.path().equals("/control/sight")) {
            wire.send(Answer.ok(
                    json(new Sight(faults.counts(), conversations.overlaps(), webhooks.sent(), webhooks.taken()))));
        } else {
            wire.send(Answer.no(404, "NOT_FOUND"));
        }
    }

    private static JsonNode json(Object value) {
        return Ledger.JSON.valueToTree(value);
    }
}
