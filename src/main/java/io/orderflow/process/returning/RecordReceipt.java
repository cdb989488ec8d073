package io.orderflow.process.returning;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.process.answers.Person;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.VisibleText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record receipt</em>: it stores that the goods of a return have come, or that nothing came and
 * why.
 */
@Component
class RecordReceipt extends ReturnStep {

    private enum Receipt {
        CAME,
        NOTHING_CAME
    }

    private final ReturnService returns;
    private final Person person;

    RecordReceipt(ProcessReferences subjects, ReturnService returns, Person person) {
        super(subjects);
        this.returns = returns;
        this.person = person;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        Receipt receipt = Boolean.FALSE.equals(execution.getVariable(OrderVariables.RECEIVED))
                ? Receipt.NOTHING_CAME
                : Receipt.CAME;
        String note = Person.text(execution, OrderVariables.RECEIPT_NOTE);
        boolean noted = note != null && VisibleText.isIn(note);
        if (noted != (receipt == Receipt.NOTHING_CAME)) {
            throw Person.refuse("receiptNote must say why nothing came when received is false, and only then");
        }
        if (noted) {
            Person.checked(() -> {
                returns.nothingCame(id, person.actor(), note);
                return id;
            });
        } else {
            returns.goodsCame(id);
        }
        OrderVariables.tell(execution, OrderVariables.RECEIPT, receipt);
    }
}
