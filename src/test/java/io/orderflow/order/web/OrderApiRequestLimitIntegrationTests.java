package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One customer cannot guess coupon codes, or keep the shop busy for nothing. */
@Tag("once")
class OrderApiRequestLimitIntegrationTests extends OrderApiLimitTest {

    @Test
    void refusesOneWriteTooManyWhateverItIsAndReadsNone() {
        String number = place(product(1), 1);
        exhaustWrites();

        for (String path : List.of(
                "/api/orders", path(number, "/payment"), path(number, "/cancellation"), path(number, "/returns"))) {
            Api.Answer answer = assertProblem(alice.post(path, "{}"), 429, "TOO_MANY_REQUESTS");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.text("/exceeded")).isEqualTo("WRITES_PER_MINUTE");
        }

        assertThat(alice.get(path(number, "")).status()).isEqualTo(200);
        assertThat(alice.send("HEAD", path(number, ""), null).status()).isEqualTo(200);
        assertThat(status(number)).isEqualTo("CREATED");
        placed(bob.post("/api/orders", body(product(1), 1)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(alice.post(path(number, "/cancellation"), "{}").status()).isEqualTo(200);
    }

    @Test
    void speaksBothLanguages() {
        exhaustWrites();

        assertThat(alice.post("/api/orders", "{}").text("/title")).isEqualTo("Too many requests");
        assertThat(alice.with("Accept-Language", "ko").post("/api/orders", "{}").text("/title"))
                .isEqualTo("요청이 너무 많습니다");
    }

    @Test
    void letsReadsAndOpsDoAsMuchAsTheyLike() {
        clock.stop();
        for (int i = 0; i <= WRITES; i++) {
            assertThat(alice.get("/api/customers/alice/orders").status()).isEqualTo(200);
            product(1);
        }

        placeDifferent(4);
    }

    @Test
    void knowsStrangersBeforeItCounts() {
        clock.stop();
        for (int i = 0; i <= WRITES; i++) {
            assertThat(Api.at(port).post("/api/orders", "{}").status()).isEqualTo(401);
        }

        place(product(1), 1);
    }

    @Test
    void repeatsAKnownKeyWhateverIsExceededAndCountsItOnce() {
        String sku = product(9);
        clock.stop();
        Api once = keyed();
        String number = placed(once.post("/api/orders", body(sku, 1)));
        for (int i = 0; i < 2 * WRITES; i++) {
            assertReplayed(once.post("/api/orders", body(sku, 1)), number);
        }
        exhaustWrites();

        assertReplayed(once.post("/api/orders", body(sku, 1)), number);
        assertProblem(once.post("/api/orders", body(sku, 2)), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(keyed().post("/api/orders", body(sku, 1)), 429, "TOO_MANY_REQUESTS");
    }

    @Test
    void refusesOneNewKeyTooManyAndRemembersNoRefusal() {
        clock.stop();
        List<Api> keys = Stream.generate(this::keyed).limit(6).toList();
        String number = place(product(1), 1);
        keys.subList(0, 5)
                .forEach(key -> assertThat(
                                key.post(path(number, "/cancellation"), "{}").status())
                        .isEqualTo(200));
        List<Long> before = rows();

        Api.Answer refused =
                assertProblem(keys.get(5).post(path(number, "/cancellation"), "{}"), 429, "TOO_MANY_REQUESTS");

        assertThat(refused.text("/exceeded")).isEqualTo("IDEMPOTENCY_KEYS");
        assertThat(refused.header("Retry-After")).isEqualTo("17280");
        assertThat(rows()).isEqualTo(before);
        assertReplayed(keys.get(0).post(path(number, "/cancellation"), "{}"), number);
        assertThat(alice.post(path(number, "/cancellation"), "{}").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(5));
        assertThat(keys.get(5).post(path(number, "/cancellation"), "{}").header("Idempotency-Replayed"))
                .isNull();
    }

    @Test
    void tellsNobodyAboutMoreCodesThanTheyMayTry() {
        clock.stop();
        String right = coupon(9);
        ObjectNode guess = body(product(9), 1);
        for (String code : List.of("NOSUCH1", "EXPIRED", "NOSUCH2")) {
            assertProblem(alice.post("/api/orders", guess.put("couponCode", code)), 422, "COUPON_NOT_USABLE");
        }

        for (String code : List.of("NOSUCH3", right)) {
            Api.Answer refused =
                    assertProblem(alice.post("/api/orders", guess.put("couponCode", code)), 429, "TOO_MANY_REQUESTS");
            assertThat(refused.text("/exceeded")).isEqualTo("COUPON_ATTEMPTS");
            assertThat(refused.header("Retry-After")).isEqualTo("1200");
        }
        place(product(1), 1);
        placeWithCoupon(bob, product(1), 1, right);
        clock.advance(Duration.ofMinutes(20));
        placeWithCoupon(alice, product(1), 1, right);
    }

    @Test
    void countsNoCodeThatIsUsableAndNoneOfOps() {
        String right = coupon(9);
        clock.stop();
        for (int i = 0; i < 5; i++) {
            String number = placeWithCoupon(alice, product(1), 1, right);
            assertThat(alice.post(path(number, "/cancellation"), "{}").status()).isEqualTo(200);
            assertProblem(alice.post("/api/orders", body(product(1), 9).put("couponCode", right)), 409, "OUT_OF_STOCK");
            assertProblem(
                    ops.post(
                            "/api/orders",
                            body(product(1), 1).put("couponCode", "NOSUCH").put("customerId", "alice")),
                    422,
                    "COUPON_NOT_USABLE");
        }
    }

    @Test
    void tellsManyGuessesAtOnceNoMoreThanOneByOne() throws Exception {
        String sku = product(9);
        clock.stop();

        List<Api.Answer> answers = atOnce(12, i -> body(sku, 1).put("couponCode", "NOSUCH" + i));

        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(9);
    }
}
