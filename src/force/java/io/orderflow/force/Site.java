package io.orderflow.force;

import io.orderflow.benchmark.Application;
import io.orderflow.benchmark.CarrierWebhook;
import io.orderflow.benchmark.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A shop with all that belongs to it: a database, a gateway, nodes, a carrier and staff. */
class Site implements AutoCloseable {

    private static final String WEBHOOK_SECRET = "proof-webhook-of-the-gateway";

    private final List<Node> nodes = new ArrayList<>();
    private final Told told = new Told();
    private final NamedParameterJdbcTemplate jdbc;
    private final Gateway gateway;
    private final ShopApi shop;
    private final Carrier carrier;
    private final Readiness readiness;
    private final List<String> urls;
    private Staff staff;

    /**
     * @param name of the database, and of the folder of logs and books
     * @param starts for each node the arguments of {@code java} by which it is run
     */
    Site(Settings settings, Databases databases, String name, List<List<String>> starts, Findings findings)
            throws IOException, SQLException {
        Path folder = Files.createDirectories(settings.output().resolve(name));
        Files.deleteIfExists(folder.resolve("ledger.jsonl"));
        databases.create(name);
        jdbc = new NamedParameterJdbcTemplate(new DriverManagerDataSource(databases.adminUrl(name)));
        List<Integer> ports = new ArrayList<>();
        for (int node = 0; node < starts.size(); node++) {
            ports.add(Application.freePort());
        }
        gateway = new Gateway(
                folder,
                ports.stream()
                        .map(port -> Node.url(port) + "/webhooks/payments/" + WEBHOOK_SECRET)
                        .toList());
        for (int node = 0; node < starts.size(); node++) {
            Path log = folder.resolve("node-%d.log".formatted(node + 1));
            Files.deleteIfExists(log);
            nodes.add(new Node(
                    ports.get(node), starts.get(node), environment(databases.url(name), gateway.url(node)), log));
        }
        urls = ports.stream().map(Node::url).toList();
        shop = new ShopApi(urls, Duration.ofSeconds(150));
        carrier = new Carrier(shop, settings.seed());
        readiness = new Readiness(jdbc, settings.jar(), shop, findings);
    }

    private static Map<String, String> environment(String database, String gateway) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "postgres");
        environment.put("SPRING_DATASOURCE_URL", database);
        environment.put("SPRING_DATASOURCE_USERNAME", DatabaseServer.USER);
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
        environment.put("ORDERS_DEMO", "true");
        environment.put("ORDERS_RESERVATIONTTL", "PT20S");
        environment.put("ORDERS_SHIPPING_CARRIER", "manual");
        environment.put("ORDERS_WEBHOOK_CARRIERSECRET", CarrierWebhook.SECRET);
        environment.put("ORDERS_WEBHOOK_PAYMENTSECRET", WEBHOOK_SECRET);
        environment.put("ORDERS_PAYMENT_GATEWAY", System.getProperty("force.gateway", "toss"));
        environment.put("ORDERS_PAYMENT_RETRY", "PT0.5S,PT1S,PT2S,PT3S,PT5S,PT5S,PT5S");
        environment.put("ORDERS_PAYMENT_TOSS_BASEURL", gateway);
        environment.put("ORDERS_PAYMENT_TOSS_SECRETKEY", Gateway.SECRET);
        environment.put("ORDERS_PAYMENT_TOSS_CONNECTTIMEOUT", "PT1S");
        environment.put("ORDERS_PAYMENT_TOSS_READTIMEOUT", "PT2S");
        return environment;
    }

    /** Starts a node and waits until it is ready. */
    void start(int node) throws IOException {
        nodes.get(node).start(readiness);
    }

    /** Puts the goods there and sets the staff to work. */
    void open(long seed) {
        Goods.stock(shop);
        staff = new Staff(shop, carrier, seed);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    NamedParameterJdbcTemplate jdbc() {
        return jdbc;
    }

    Gateway gateway() {
        return gateway;
    }

    ShopApi shop() {
        return shop;
    }

    /** The shop for somebody who asks once and goes away when there is no answer. */
    ShopApi shopOnce() {
        return new ShopApi(urls, Duration.ZERO);
    }

    Carrier carrier() {
        return carrier;
    }

    Told told() {
        return told;
    }

    Staff staff() {
        return staff;
    }

    @Override
    public void close() {
        if (staff != null) {
            staff.close();
        }
        carrier.close();
        nodes.forEach(Node::end);
        gateway.close();
    }
}
