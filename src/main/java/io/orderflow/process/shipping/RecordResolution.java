package io.orderflow.process.shipping;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.answers.Person;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record resolution</em>: it stores how a person resolved a shipping failure. A corrected address
 * goes to the order, and the engine never stores its parts. While a return of the order is open, every answer is
 * refused, because the goods may be on their way back.
 */
@Component
class RecordResolution implements JavaDelegate {

    private enum Resolution {
        SHIP_AGAIN,
        GIVE_UP_RESTOCK,
        GIVE_UP_WRITE_OFF
    }

    private final OrderProgress progress;
    private final OrderReading orders;
    private final ReturnService returns;
    private final Person person;

    RecordResolution(OrderProgress progress, OrderReading orders, ReturnService returns, Person person) {
        this.progress = progress;
        this.orders = orders;
        this.returns = returns;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        progress.holdIfThere(order);
        OrderStatus status = orders.facts(order).status();
        if (status != OrderStatus.SHIP_FAILED) {
            throw Person.refuse("the order is " + status + " meanwhile: there is nothing to decide any more");
        }
        if (returns.hasOpen(order)) {
            throw Person.refuse("a return of this order is open; when it is done, decide again");
        }
        Resolution resolution = Person.answer(execution, OrderVariables.RESOLUTION, Resolution.class);
        ShippingAddress address =
                Person.checked(() -> corrected(execution, orders.facts(order).address()));
        if (resolution == Resolution.SHIP_AGAIN) {
            progress.shipAgain(order, address, person.actor());
        } else {
            progress.noteShippingGivenUp(order, resolution.name(), person.actor());
        }
    }

    private static ShippingAddress corrected(DelegateExecution execution, ShippingAddress old) {
        return new ShippingAddress(
                given(execution, "recipient").orElse(old.recipient()),
                given(execution, "phone").orElse(old.phone()),
                given(execution, "line1").orElse(old.line1()),
                given(execution, "line2").orElse(old.line2()),
                given(execution, "city").orElse(old.city()),
                given(execution, "postalCode").orElse(old.postalCode()),
                old.country());
    }

    /**
     * Returns a part of the address; empty if it is missing or left empty on the form, in which case it stays as it
     * was.
     */
    private static Optional<String> given(DelegateExecution execution, String name) {
        return Optional.ofNullable(Person.text(execution, name)).filter(given -> !given.isEmpty());
    }
}
