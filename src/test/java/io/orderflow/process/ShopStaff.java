package io.orderflow.process;

import io.orderflow.TestClock;
import io.orderflow.payment.PaymentOutcomeUnknown;
import io.orderflow.process.watching.Watch;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.CarrierUnresolved;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Those behind the counter of a small shop: the engine's work, the carrier, ops, and the clock on the wall. */
@TestComponent
class ShopStaff {

    private final Shop shop;
    private final OrderInvariants invariants;
    private final CarrierInbox carrier;
    private final CarrierBooks parcels;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Watch watch;
    private final TestClock clock;

    ShopStaff(
            Shop shop,
            OrderInvariants invariants,
            CarrierInbox carrier,
            CarrierBooks parcels,
            ManagementService management,
            RuntimeService runtime,
            TaskService tasks,
            Watch watch,
            TestClock clock) {
        this.shop = shop;
        this.invariants = invariants;
        this.carrier = carrier;
        this.parcels = parcels;
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.watch = watch;
        this.clock = clock;
    }

    Shop shop() {
        return shop;
    }

    /** Does the next thing that is due for the order; returns false when there is none. */
    boolean work(OrderNumber order) {
        try {
            return shop.letOneStepBeDone(order);
        } catch (PaymentOutcomeUnknown shown) {
            return true; // as an incident: retried, it asks again
        } catch (CarrierUnresolved shown) {
            removeCause(order, shown);
            return true;
        }
    }

    private void removeCause(OrderNumber order, CarrierUnresolved shown) {
        parcels.relent(order);
        if (shown.getMessage().contains("brought back by other means")) {
            parcels.takeBack(order); // by telephone
        }
    }

    CarrierBooks carrier() {
        return parcels;
    }

    /** Time passes for a suspended process too, but its timers do not go off. */
    void timeUp(OrderNumber order) {
        ProcessInstance process = shop.process(order);
        if (process != null) {
            shop.letReservationExpire(order);
            management
                    .createJobQuery()
                    .processInstanceId(process.getId())
                    .timers()
                    .active()
                    .list()
                    .forEach(timer -> management.executeJob(timer.getId()));
        }
    }

    void news(OrderNumber order, String type, int id, Duration ago) {
        String known = order + ":" + id;
        carrier.receive(new CarrierMessage(
                known,
                type,
                "simulated",
                known,
                null,
                order.value(),
                null,
                clock.instant().minus(ago)));
    }

    void suspend(OrderNumber order) {
        if (shop.process(order) != null) {
            runtime.suspendProcessInstanceById(shop.process(order).getId());
        }
    }

    void activate(OrderNumber order) {
        if (shop.process(order) != null) {
            runtime.activateProcessInstanceById(shop.process(order).getId());
        }
    }

    void takeNews() {
        carrier.applyDue();
    }

    void later(Duration by) {
        clock.advance(by);
    }

    /**
     * Lets everything be done that can be done for the orders of a shop, timers aside, and looks at what came of it.
     */
    void finish(Assortment assortment) {
        List<OrderNumber> orders = invariants.orders(assortment);
        // What has to wait for its next try is not at its end when nothing is to be done just now.
        for (int quiet = 0; quiet < 2; quiet++) {
            if (orders.stream().filter(this::work).count() > 0) {
                quiet = 0;
            }
            watch.tellAgain();
            later(Duration.ofMinutes(2));
            takeNews();
        }
        // News of parcels that nobody ever books are given up by then.
        later(Duration.ofDays(15));
        takeNews();
        invariants.check(assortment);
    }

    void settle(OrderNumber order, Map<String, Object> answer) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey("Task_SettleRefund")
                .active()
                .list()
                .forEach(task -> tasks.complete(task.getId(), answer));
    }
}
