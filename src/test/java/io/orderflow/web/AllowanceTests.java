package io.orderflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.TestClock;
import io.orderflow.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTests {

    private static final Caller ALICE = new Caller("alice", Set.of("customer"));
    private static final Caller BOB = new Caller("bob", Set.of("customer"));

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final Allowance allowance = new Allowance("KNOCKS", 3, Duration.ofMinutes(1), clock);

    @Test
    void refusesWhoHasTakenAllAndSaysWhenThereIsMore() {
        take(ALICE, 3);

        ApiProblem refusal = refusal(ALICE);

        assertThat(refusal.status().value()).isEqualTo(429);
        assertThat(refusal.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refusal.properties()).containsEntry("exceeded", "KNOCKS");
        assertThat(refusal.retryAfter()).hasValue("20");
    }

    @Test
    void givesOneMoreWhenItSaidSoAndNotBefore() {
        take(ALICE, 3);

        clock.advance(Duration.ofMillis(19_999));
        String wait = refusal(ALICE).retryAfter().orElseThrow();
        clock.advance(Duration.ofMillis(1));
        take(ALICE, 1);

        assertThat(wait).isEqualTo("1");
        assertThat(refusal(ALICE).retryAfter()).hasValue("20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT61S", "P1D"})
    void isFullAgainAfterThePeriodAndNeverFuller(Duration later) {
        take(ALICE, 3);

        clock.advance(later);
        take(ALICE, 3);

        assertThat(refusal(ALICE)).isNotNull();
    }

    @Test
    void countsEachCustomerAlone() {
        take(ALICE, 3);

        take(BOB, 3);

        assertThat(refusal(BOB)).isNotNull();
    }

    @Test
    void doesNotCountWhatIsGivenBackNorGiveMoreThanWasTaken() {
        take(ALICE, 2);
        allowance.giveBack(ALICE);
        take(ALICE, 2);
        ApiProblem afterwards = refusal(ALICE);
        for (int i = 0; i < 9; i++) {
            allowance.giveBack(ALICE);
        }
        take(ALICE, 3);

        assertThat(afterwards).isNotNull();
        assertThat(refusal(ALICE)).isNotNull();
    }

    @Test
    void limitsNobodyButCustomers() {
        for (Set<String> groups :
                List.of(Set.of("ops"), Set.of("analyst"), Set.of("camunda-admin"), Set.of("ops", "customer"))) {
            Caller caller = new Caller("somebody", groups);

            assertThatCode(() -> take(caller, 10)).as("%s", groups).doesNotThrowAnyException();
            allowance.giveBack(caller);
        }
    }

    @Test
    void givesNoMoreToManyAtOnce() throws Exception {
        List<Object> outcomes = Together.run(16, i -> () -> {
            allowance.take(ALICE);
            return "taken";
        });

        assertThat(outcomes).filteredOn("taken"::equals).hasSize(3);
        assertThat(outcomes).filteredOn(ApiProblem.class::isInstance).hasSize(13);
    }

    private void take(Caller caller, int times) {
        for (int i = 0; i < times; i++) {
            allowance.take(caller);
        }
    }

    private ApiProblem refusal(Caller caller) {
        return catchThrowableOfType(ApiProblem.class, () -> allowance.take(caller));
    }

    /** Moves only when told to. */
}
