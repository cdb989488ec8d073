package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import io.orderflow.HeldCall;
import io.orderflow.payment.PaymentGateway;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A server of three threads, and a gateway that answers when the test says so. */
@Tag("once") // what is waited for is in memory
@TestPropertySource(properties = {"server.tomcat.threads.max=3", "orders.waiting-requests=0"})
class OrderApiWaitingIntegrationTests extends OrderApiTest {

    private static final int CUSTOMERS = 12;

    @MockitoSpyBean
    PaymentGateway gateway;

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    @Test
    void whoWaitsHoldsNoThread() throws Exception {
        HeldCall call = new HeldCall();
        doAnswer(charge -> {
                    call.holdBack();
                    return charge.callRealMethod();
                })
                .when(gateway)
                .charge(any());
        String sku = product(CUSTOMERS);
        List<String> orders =
                Stream.generate(() -> place(sku, 1)).limit(CUSTOMERS).toList();
        ExecutorService customers = Executors.newFixedThreadPool(CUSTOMERS);
        try {
            Map<String, CompletableFuture<Api.Answer>> paying = orders.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            order -> CompletableFuture.supplyAsync(() -> payUnderItsKey(order), customers)));
            verify(gateway, timeout(30_000).times(CUSTOMERS)).charge(any()); // none of them waits for a thread
            assertThat(ops.get("/api/products/" + sku).status()).isEqualTo(200);
            assertThat(paying.values()).noneMatch(CompletableFuture::isDone);

            call.answer();

            for (String order : orders) {
                Api.Answer answer = paying.get(order).get();
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.text("/orderNumber")).isEqualTo(order);
                Api.Answer again = payUnderItsKey(order);
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(again.body()).isEqualTo(answer.body());
                assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
            }
        } finally {
            customers.shutdownNow();
        }
    }

    private Api.Answer payUnderItsKey(String order) {
        return alice.waiting(30)
                .with(
                        "Idempotency-Key",
                        keys.computeIfAbsent(order, any -> UUID.randomUUID().toString()))
                .post(path(order, "/payment"), pay("ok-" + order, PRICE));
    }
}
