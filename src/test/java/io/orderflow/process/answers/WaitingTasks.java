package io.orderflow.process.answers;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.process.Shop;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Brings orders to where each of our tasks waits for a person. */
@TestComponent
class WaitingTasks {

    private final Shop shop;
    private final ReturnService returns;
    private final CaseRegister cases;
    private final CarrierInbox carrier;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Clock clock;

    WaitingTasks(
            Shop shop,
            ReturnService returns,
            CaseRegister cases,
            CarrierInbox carrier,
            TaskService tasks,
            RuntimeService runtime,
            Clock clock) {
        this.shop = shop;
        this.returns = returns;
        this.cases = cases;
        this.carrier = carrier;
        this.tasks = tasks;
        this.runtime = runtime;
        this.clock = clock;
    }

    Task of(TaskAnswers kind) throws Exception {
        return switch (kind) {
            case APPROVE_RETURN -> returnToApprove();
            case RECEIVE_GOODS -> goodsToReceive();
            case INSPECT_RETURN -> returnToInspect();
            case RESOLVE_SHIPPING_FAILURE -> failureToResolve(shipped());
            case SETTLE_REFUND -> refundToSettle();
            case RESOLVE_CASE -> caseToResolve();
        };
    }

    Task returnToApprove() throws Exception {
        return returnToApprove(shipped());
    }

    Task returnToApprove(OrderNumber order) throws Exception {
        returns.request(new RequestReturn(
                order, Optional.of(Shop.ALICE), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, "Too loud", Map.of()));
        return of(order);
    }

    private Task goodsToReceive() throws Exception {
        Task approve = returnToApprove();
        tasks.complete(approve.getId(), Map.of("returnDecision", "APPROVE"));
        return of(order(approve));
    }

    private Task returnToInspect() throws Exception {
        Task receive = goodsToReceive();
        tasks.complete(receive.getId());
        return of(order(receive));
    }

    Task failureToResolve(OrderNumber order) {
        carrier.receive(new CarrierMessage(
                UUID.randomUUID().toString(),
                "shipment.failure",
                "cj",
                null,
                null,
                order.value(),
                "Nobody knows this house",
                clock.instant()));
        carrier.applyDue();
        return of(order);
    }

    Task refundToSettle() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 2);
        shop.pay(order, "refuse-refund-" + order);
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        return of(order);
    }

    private Task caseToResolve() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 2);
        runtime.deleteProcessInstance(shop.process(order).getId(), "deleted by hand");
        cases.open(new Finding(CaseKind.AMOUNT_DIFFERS, order.value(), Optional.of(order), "they have 100 won", "-"));
        return of(order);
    }

    OrderNumber shipped() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 2);
        shop.pay(order, "card-" + order);
        shop.letWorkBeDone(order);
        handOver(order);
        return order;
    }

    void handOver(OrderNumber order) {
        carrier.receive(new CarrierMessage(
                UUID.randomUUID().toString(),
                "shipment.in_transit",
                "cj",
                null,
                null,
                order.value(),
                null,
                clock.instant()));
        carrier.applyDue();
    }

    /** The only one of the order that waits. */
    Task of(OrderNumber order) {
        return tasks.createTaskQuery().processInstanceBusinessKey(order.value()).singleResult();
    }

    OrderNumber order(Task task) {
        return new OrderNumber(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }
}
