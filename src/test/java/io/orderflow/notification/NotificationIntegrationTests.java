package io.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(Statements.class)
@ExtendWith(OutputCaptureExtension.class)
class NotificationIntegrationTests {

    @Autowired
    NotificationService service;

    @Autowired
    NotificationDispatch dispatch;

    @Autowired
    TransactionTemplate transactions;

    private final OrderNumber order = new OrderNumber("ORD-" + UUID.randomUUID());

    @Test
    void tellsOnceHoweverOftenAsked(CapturedOutput output) {
        service.tell(about("order-shipped", 1));
        service.tell(about("order-shipped", 1));

        dispatch.sendWaiting();
        dispatch.sendWaiting();

        assertThat(service.ofOrder(order)).singleElement().satisfies(it -> {
            assertThat(it.topic()).isEqualTo("order-shipped");
            assertThat(it.language()).isEqualTo("ko");
            assertThat(it.body()).contains(order.value());
            assertThat(it.sentAt()).isNotNull();
        });
        assertThat(linesAboutOrder(output)).isEqualTo(1);
    }

    @Test
    void tellsOnceThatIsAskedTwiceInOneTransaction() {
        transactions.executeWithoutResult(status -> {
            service.tell(about("order-shipped", 1));
            service.tell(about("order-shipped", 1));
        });

        assertThat(service.ofOrder(order)).hasSize(1);
    }

    @Test
    void tellsAgainOnAnotherOccasion() {
        service.tell(about("order-shipped", 1));
        service.tell(about("order-shipped", 2));

        assertThat(service.ofOrder(order)).extracting(Notification::occasion).containsExactly(1, 2);
    }

    @Test
    void tellsNothingThatWasRolledBack(CapturedOutput output) {
        transactions.executeWithoutResult(status -> {
            service.tell(about("order-cancelled", 0));
            status.setRollbackOnly();
        });

        dispatch.sendWaiting();

        assertThat(service.ofOrder(order)).isEmpty();
        assertThat(linesAboutOrder(output)).isZero();
    }

    @Test
    void sendsNothingBeforeCommit() {
        transactions.executeWithoutResult(status -> {
            service.tell(about("order-cancelled", 0));
            runInOtherThread(dispatch::sendWaiting);

            assertThat(service.ofOrder(order)).extracting(Notification::sentAt).containsOnlyNulls();
        });
    }

    @Test
    void twoNodesSendEachMessageOnce(CapturedOutput output) throws Exception {
        for (int occasion = 0; occasion < 120; occasion++) {
            service.tell(about("order-refunded", occasion));
        }
        var nodes = Executors.newFixedThreadPool(2);

        Callable<Object> node = Executors.callable(dispatch::sendWaiting);
        for (var result : nodes.invokeAll(List.of(node, node))) {
            result.get();
        }
        nodes.shutdown();

        assertThat(service.ofOrder(order))
                .hasSize(120)
                .extracting(Notification::sentAt)
                .doesNotContainNull();
        assertThat(linesAboutOrder(output)).isEqualTo(120);
    }

    @Test
    void sendsABatchInTwoStatements() throws Exception {
        dispatch.sendWaiting();
        for (int occasion = 0; occasion < 30; occasion++) {
            service.tell(about("order-shipped", occasion));
        }

        assertThat(Statements.of(dispatch::sendWaiting)).hasSize(2);
        assertThat(service.ofOrder(order))
                .hasSize(30)
                .extracting(Notification::sentAt)
                .doesNotContainNull();
    }

    @Test
    void logsNoPersonalData(CapturedOutput output) {
        service.tell(about("order-delivered", 0));

        dispatch.sendWaiting();

        assertThat(output.getOut().lines().filter(line -> line.contains(order.value())))
                .isNotEmpty()
                .noneMatch(line -> line.contains("gildong"));
    }

    @Test
    void refusesUnknownTopic() {
        assertThatIllegalArgumentException().isThrownBy(() -> service.tell(about("weather", 0)));

        assertThat(service.ofOrder(order)).isEmpty();
    }

    private long linesAboutOrder(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("Told the customer of order " + order))
                .count();
    }

    private CustomerMessage about(String topic, int occasion) {
        return new CustomerMessage(
                order, new CustomerId("gildong"), Locale.KOREAN, topic, occasion, MessageFacts.of(Money.won(5000)));
    }

    private static void runInOtherThread(Runnable work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
