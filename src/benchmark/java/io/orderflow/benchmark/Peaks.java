package io.orderflow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The highest use of the application's pools, read every other second where ops would read it. */
class Peaks implements AutoCloseable {

    private static final int BETWEEN_LOOKS = 2000;
    /** What is shown, by how its line begins. */
    private static final Map<String, String> POOLS = pools();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Double> highest = new LinkedHashMap<>();
    private final HttpRequest request;
    private final Thread thread = new Thread(this::look, "peaks");

    Peaks(String url) {
        String credentials =
                Base64.getEncoder().encodeToString((Shop.OPS + ":" + Shop.OPS).getBytes(StandardCharsets.UTF_8));
        request = HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
                .header("Authorization", "Basic " + credentials)
                .build();
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<String, String> pools() {
        Map<String, String> pools = new LinkedHashMap<>();
        pools.put("hikaricp_connections_active", "connections");
        pools.put("hikaricp_connections_pending", "waiting for a connection");
        pools.put("tomcat_threads_busy_threads", "request threads");
        pools.put("orders_payment_lanes_busy{lane=\"charge\"", "charge lanes");
        pools.put("orders_payment_lanes_busy{lane=\"payment\"", "lanes for further attempts and refunds");
        pools.put("orders_shipping_lanes_busy{lane=\"booking\"", "booking lanes");
        pools.put("orders_shipping_lanes_busy{lane=\"shipment\"", "lanes for further attempts and recalls");
        return pools;
    }

    private void look() {
        try {
            while (true) {
                http.send(request, BodyHandlers.ofLines()).body().forEach(this::note);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (IOException e) {
            System.err.println("pools cannot be read any more: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String line) {
        POOLS.forEach((start, name) -> {
            if (line.startsWith(start)) {
                highest.merge(name, Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)), Math::max);
            }
        });
    }

    /** The highest since the last time. */
    synchronized Map<String, Double> take() {
        Map<String, Double> taken = new LinkedHashMap<>(highest);
        highest.clear();
        return taken;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
