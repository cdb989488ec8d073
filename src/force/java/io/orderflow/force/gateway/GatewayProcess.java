package io.orderflow.force.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the gateway: {@code GatewayProcess LEDGER SECRET CONTROL_PORT NODE_PORT[,NODE_PORT...] [WEBHOOK_URL...]}. */
public final class GatewayProcess {

    private GatewayProcess() {}

    public static void main(String[] args) throws IOException {
        Ledger ledger = new Ledger(Path.of(args[0]));
        Faults faults = new Faults();
        Conversations conversations = new Conversations();
        List<URI> shops = Arrays.stream(args).skip(4).map(URI::create).toList();
        Webhooks webhooks = new Webhooks(shops, faults);
        TossApi toss = new TossApi(args[1], ledger, faults, conversations, webhooks);
        for (String port : args[3].split(",")) {
            new Door(Integer.parseInt(port), toss);
        }
        new Door(Integer.parseInt(args[2]), new ControlApi(ledger, faults, conversations, webhooks));
    }
}
