package io.orderflow.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * How far the orders under way are, read from the database with one cheap statement for all of them. So waiting for
 * what the application does in the background costs the application nothing, and nothing that is counted.
 */
class Milestones implements AutoCloseable {

    /** What an order must have reached before the carrier has more to tell, or the client is done. */
    enum Milestone implements Predicate<State> {
        BOOKED(state -> state.shipment() != null),
        SHIPPED(state -> state.status().equals("SHIPPED") || state.status().equals("COMPLETED")),
        COMPLETED(state -> state.status().equals("COMPLETED"));

        private final Predicate<State> reached;

        Milestone(Predicate<State> reached) {
            this.reached = reached;
        }

        @Override
        public boolean test(State state) {
            return reached.test(state);
        }
    }

    record State(String status, String shipment) {}

    private static final int BETWEEN_LOOKS = 10;

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Connection connection;
    private final Thread thread = new Thread(this::look, "milestones");
    private volatile boolean closed;

    Milestones(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        // One transaction throughout, because the commits of the application are counted.
        connection.setAutoCommit(false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the order has got there; from the first question on it is looked after, until it has been completed. */
    boolean isReached(Milestone milestone, String orderNumber) {
        boolean reached = milestone.test(states.computeIfAbsent(orderNumber, number -> new State("CREATED", null)));
        if (reached && milestone == Milestone.COMPLETED) {
            states.remove(orderNumber);
        }
        return reached;
    }

    void await(Milestone milestone, String orderNumber) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!isReached(milestone, orderNumber)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("order " + orderNumber + " never got " + milestone);
            }
            Thread.sleep(2);
        }
    }

    private void look() {
        String sql = "select order_number, status, shipment_status from orders where order_number = any (?)";
        try (var statement = connection.prepareStatement(sql)) {
            while (!closed) {
                if (!states.isEmpty()) {
                    statement.setArray(
                            1, connection.createArrayOf("text", states.keySet().toArray()));
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            State state = new State(rows.getString(2), rows.getString(3));
                            states.computeIfPresent(rows.getString(1), (number, before) -> state);
                        }
                    }
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
