package io.orderflow.process.returning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.process.answers.Person;
import io.orderflow.returns.Inspected;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Sku;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Record inspection</em>: it stores what a person accepted of a return, and refuses what does not
 * fit the return.
 */
@Component
class RecordInspection extends ReturnStep {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** A line of the JSON text of an inspection. */
    private record Line(String sku, Integer accepted, Boolean restock) {}

    private final ReturnService returns;
    private final Person person;

    RecordInspection(ProcessReferences subjects, ReturnService returns, Person person) {
        super(subjects);
        this.returns = returns;
        this.person = person;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        List<Inspected> found = read(inspection(execution));
        Person.checked(() -> returns.inspect(id, person.actor(), found));
    }

    /** Returns the JSON text. It is one of the form's ready-made answers, or the text that a person edited instead. */
    private static @Nullable String inspection(DelegateExecution execution) {
        String given = Person.text(execution, OrderVariables.INSPECTION);
        return OrderVariables.BY_LINE.equals(given) ? Person.text(execution, OrderVariables.INSPECTION_BY_LINE) : given;
    }

    private static List<Inspected> read(@Nullable String inspection) {
        try {
            return JSON.readValue(inspection == null ? "" : inspection, new TypeReference<List<Line>>() {}).stream()
                    .map(line -> new Inspected(new Sku(line.sku()), line.accepted(), line.restock()))
                    .toList();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw Person.refuse(
                    "inspection must be a JSON text like [{\"sku\": \"MOUSE-01\", \"accepted\": 1, \"restock\": true}]");
        }
    }
}
