package io.orderflow.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.order.CancellationRequested;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.aggregate.Order;
import io.orderflow.order.aggregate.OrderLine;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.order.aggregate.Quote;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What an order asks of the database, the engine's statements left out. */
@DatabaseTest
@Import(Statements.class)
class OrderStatementsIntegrationTests {

    private static final Actor ALICE = new Actor("alice");
    private static final Requester BY_OPS = new Requester(new Actor("ops"), Optional.empty());
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|into|update) (\\w+)");

    @Autowired
    private OrderService service;

    @Autowired
    private OrderReading reading;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private OrderStore store;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void placingTakesAsManyWhateverIsOrdered() throws Exception {
        service.place(request()); // the first one of a customer starts their counts

        List<String> statements = Statements.of(() -> service.place(request()));

        assertThat(ours(statements))
                .containsExactlyInAnyOrder(
                        "select product",
                        "select coupon",
                        "insert orders",
                        "insert order_line",
                        "insert order_event",
                        "select product",
                        "insert reservation_line",
                        "update product",
                        "update unpaid_tally");
    }

    @Test
    void severalStepsInOneTransactionReadAndWriteTheOrderOnce() throws Exception {
        OrderNumber number = placed();

        List<String> statements = Statements.of(() -> transactions.executeWithoutResult(status -> prepare(number)));

        assertThat(ours(statements)).containsExactly("select orders", "insert order_event", "update orders");
        assertThat(reading.events(number, BY_OPS))
                .extracting(OrderEventView::sequence)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void readingAnOrderTakesOneStatementAndNoTransaction() throws Exception {
        OrderNumber number = placed();

        assertThat(Statements.of(() -> reading.order(number, BY_OPS))).hasSize(1);
        assertThat(Statements.transactionsOf(() -> reading.order(number, BY_OPS)))
                .isZero();
        assertThat(Statements.transactionsOf(() -> reading.events(number, BY_OPS)))
                .as("others are heard")
                .isOne();
    }

    private void prepare(OrderNumber number) {
        store.change(number, order -> order.submitPayment("key", null, ALICE, Instant.now()));
        progress.markPaid(number);
        try {
            progress.startPreparation(number);
        } catch (CancellationRequested e) {
            throw new AssertionError(e);
        }
        progress.holdForShipping(number);
        progress.noteShipment(number, 1, "MANUAL", "T-" + number, "BOOKED");
    }

    /** An order without a process. */
    private OrderNumber placed() {
        Instant now = Instant.now();
        Quote quote = new Quote(
                List.of(new OrderLine(new Sku("TEA"), "Tea", Money.won(1), new Quantity(1), Money.ZERO)),
                Money.won(1),
                Money.ZERO);
        Order order =
                new Order(new OrderNumber("ORD-" + System.nanoTime()), request(), quote, now, now.plusSeconds(900));
        transactions.executeWithoutResult(status -> store.insert(order));
        return order.number();
    }

    private static PlaceOrder request() {
        return new PlaceOrder(
                new CustomerId("alice"),
                ALICE,
                new TreeMap<>(Map.of(new Sku("KEYBOARD-01"), new Quantity(1), new Sku("MOUSE-01"), new Quantity(2))),
                new ShippingAddress("Alice", "010-1234-5678", "1 Sejong-daero", null, "Seoul", "04524", "KR"),
                Optional.of(new CouponCode("WELCOME10")),
                Optional.empty(),
                Locale.ENGLISH,
                null);
    }

    private static List<String> ours(List<String> statements) {
        return statements.stream()
                .map(OrderStatementsIntegrationTests::named)
                .filter(it -> !it.contains(" act_"))
                .toList();
    }

    /** What is done to which table first of all. */
    private static String named(String sql) {
        Matcher table = TABLE.matcher(sql.replaceAll("\\s+", " "));
        return sql.split("\\s", 2)[0] + " " + (table.find() ? table.group(1) : "?");
    }
}
