package io.orderflow.process.playing;

import static io.orderflow.process.playing.StoryEvent.Kind.LATER;
import static io.orderflow.process.playing.StoryEvent.Kind.MESSAGE;
import static io.orderflow.process.playing.StoryEvent.Kind.STEP_REFUSES;
import static io.orderflow.process.playing.StoryEvent.Kind.STEP_TELLS;
import static io.orderflow.process.playing.StoryEvent.Kind.TASK;
import static io.orderflow.process.playing.StoryEvent.Kind.WAIT_ENDS;

import io.orderflow.process.AwaitStep;
import io.orderflow.process.End;
import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.Step;
import io.orderflow.process.playing.Story.Promise;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stories that every version must bring to their end. */
public final class Stories {

    private static final Balance NOTHING_HAPPENED = new Balance(0, Ledger.PIECES, true);
    private static final Balance SOLD = new Balance(Ledger.PRICE, 0, false);

    private static final StoryEvent PAYS = wait(AwaitStep.PAYMENT, "payment", "SUBMITTED");
    private static final StoryEvent APPROVED = wait(AwaitStep.GATEWAY, "chargeStatus", "APPROVED");
    private static final StoryEvent HANDED_OVER = wait(AwaitStep.HAND_OVER, "handOver", "HANDED_OVER");
    private static final StoryEvent DELIVERED = wait(AwaitStep.DELIVERY, "delivery", "DELIVERED");
    private static final StoryEvent LOST = wait(AwaitStep.DELIVERY, "delivery", "FAILED");
    private static final StoryEvent REFUNDED = wait(AwaitStep.REFUND, "refundStatus", "DONE");
    private static final StoryEvent DAY = new StoryEvent(LATER, "P1D", Map.of());

    private static final List<StoryEvent> BOUGHT = List.of(PAYS, APPROVED, DAY, HANDED_OVER, DAY, DELIVERED);

    private static final List<Story> ALL = List.of(
            order("delivered", End.ORDER_DELIVERED, SOLD, BOUGHT),
            order(
                    "declined",
                    End.ORDER_FAILED,
                    NOTHING_HAPPENED,
                    List.of(PAYS, wait(AwaitStep.GATEWAY, "chargeStatus", "DECLINED"))),
            order(
                    "expired",
                    End.ORDER_EXPIRED,
                    NOTHING_HAPPENED,
                    List.of(
                            new StoryEvent(STEP_TELLS, "closeOrder", Map.of("result", "EXPIRED")),
                            DAY,
                            wait(AwaitStep.PAYMENT, "payment", "CALLED_OFF"))),
            order(
                    "cancelled-while-paying",
                    End.ORDER_REFUNDED,
                    NOTHING_HAPPENED,
                    List.of(refuses("startPreparation", "CANCELLATION_REQUESTED"), PAYS, APPROVED, REFUNDED)),
            order(
                    "cancelled-in-preparation",
                    End.ORDER_REFUNDED,
                    NOTHING_HAPPENED,
                    List.of(PAYS, APPROVED, DAY, wait(AwaitStep.HAND_OVER, "handOver", "CALLED_OFF"), REFUNDED)),
            order(
                    "lost-and-resent",
                    End.ORDER_DELIVERED,
                    SOLD,
                    List.of(
                            PAYS,
                            APPROVED,
                            HANDED_OVER,
                            LOST,
                            DAY,
                            task(Step.RESOLVE_SHIPPING_FAILURE, "resolution", "SHIP_AGAIN"),
                            HANDED_OVER,
                            DELIVERED)),
            order(
                    "lost-and-refunded",
                    End.ORDER_REFUNDED,
                    new Balance(0, 0, true),
                    List.of(
                            PAYS,
                            APPROVED,
                            HANDED_OVER,
                            LOST,
                            task(Step.RESOLVE_SHIPPING_FAILURE, "resolution", "GIVE_UP_WRITE_OFF"),
                            REFUNDED)),
            order(
                    "refund-settled-outside",
                    End.ORDER_REFUNDED,
                    NOTHING_HAPPENED,
                    List.of(
                            refuses("startPreparation", "CANCELLATION_REQUESTED"),
                            PAYS,
                            APPROVED,
                            wait(AwaitStep.REFUND, "refundStatus", "REFUSED"),
                            task(Step.SETTLE_REFUND, "settlement", "SETTLED_OUTSIDE"))),
            order(
                    "coupon-refused",
                    End.COUPON_REFUSED,
                    NOTHING_HAPPENED,
                    List.of(refuses("useCoupon", "COUPON_NOT_USABLE"), PAYS)),
            order(
                    "stock-short",
                    End.ORDER_OUT_OF_STOCK,
                    NOTHING_HAPPENED,
                    List.of(refuses("reserveStock", "OUT_OF_STOCK"))),
            sentBack("returned-whole", 2, End.ORDER_RETURNED, NOTHING_HAPPENED),
            sentBack("half-returned", 1, End.RETURN_REFUNDED, new Balance(Ledger.PRICE / 2, 1, false)),
            story(
                    "return-rejected",
                    Map.of(ProcessKey.ORDER, End.ORDER_DELIVERED, ProcessKey.RETURN, End.RETURN_REJECTED),
                    SOLD,
                    Stream.concat(
                                    BOUGHT.stream(),
                                    Stream.of(wish(1), task(Step.APPROVE_RETURN, "returnDecision", "REJECT")))
                            .toList()));

    private Stories() {}

    /** Returns all stories. */
    public static List<Story> all() {
        return ALL;
    }

    /** Returns the story of this name; empty if there is none. */
    public static Optional<Story> named(String name) {
        return ALL.stream().filter(story -> story.name().equals(name)).findFirst();
    }

    private static Story sentBack(String name, int pieces, End end, Balance balance) {
        StoryEvent[] back = {
            wish(pieces),
            task(Step.APPROVE_RETURN, "returnDecision", "APPROVE"),
            DAY,
            new StoryEvent(MESSAGE, OrderMessage.GOODS_RETURNED.inDiagram(), Map.of()),
            task(Step.INSPECT_RETURN, "inspection", "{}"),
            REFUNDED
        };
        return story(
                name,
                Map.of(ProcessKey.ORDER, End.ORDER_DELIVERED, ProcessKey.RETURN, end),
                balance,
                Stream.concat(BOUGHT.stream(), Arrays.stream(back)).toList());
    }

    private static StoryEvent wish(int pieces) {
        return new StoryEvent(
                MESSAGE, OrderMessage.RETURN_REQUESTED.inDiagram(), Map.of(StoryEvent.PIECES, "" + pieces));
    }

    private static Story order(String name, End end, Balance balance, List<StoryEvent> events) {
        return story(name, Map.of(ProcessKey.ORDER, end), balance, events);
    }

    private static Story story(String name, Map<ProcessKey, End> ends, Balance balance, List<StoryEvent> events) {
        return new Story(
                name,
                events,
                new Promise(
                        ends.entrySet().stream()
                                .collect(Collectors.toMap(
                                        end -> end.getKey().inDiagram(),
                                        end -> end.getValue().inDiagram())),
                        balance));
    }

    private static StoryEvent wait(AwaitStep step, String variable, String value) {
        return new StoryEvent(WAIT_ENDS, step.inDiagram(), Map.of(variable, value));
    }

    private static StoryEvent task(Step step, String variable, String value) {
        return new StoryEvent(TASK, step.inDiagram(), Map.of(variable, value));
    }

    private static StoryEvent refuses(String step, String code) {
        return new StoryEvent(STEP_REFUSES, step, Map.of(StoryEvent.CODE, code));
    }
}
