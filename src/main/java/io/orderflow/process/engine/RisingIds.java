package io.orderflow.process.engine;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Ids of the engine that rise with time (UUID version 7, RFC 9562): what is new stands together at the end of each
 * index, where the engine's own ids would be scattered all over it.
 */
@Component
class RisingIds implements IdGenerator {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return ids.generate().toString();
    }
}
