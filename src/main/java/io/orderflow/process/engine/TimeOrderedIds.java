package io.orderflow.process.engine;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * The generator of the engine's ids, which rise with time (UUID version 7, RFC 9562). New rows are together at the end
 * of each index, while the engine's own ids would be scattered over all of it.
 */
@Component
class TimeOrderedIds implements IdGenerator {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return ids.generate().toString();
    }
}
