package io.orderflow.force;

import java.time.Duration;
import java.util.List;

/** Control: a gateway that ignores idempotency keys and takes effect late charges twice, and the checks must say so. */
final class Forgetting {

    private Forgetting() {}

    static void play(Stage stage, int orders) {
        stage.site().gateway().behave(Behaviour.forgetful());
        stage.load(orders).await();
        List<String> broken = stage.expectTrouble(Duration.ofSeconds(20));
        Control.judge(
                stage.findings(),
                "idempotency keys ignored",
                broken,
                said -> said.matches("the gateway charged .* times"));
    }
}
