package io.orderflow.shipping.carriers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A job that moves the simulated parcels every second, if that is switched on. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class SimulationJob {

    private final ObjectProvider<SimulatedProgress> simulation;

    SimulationJob(ObjectProvider<SimulatedProgress> simulation) {
        this.simulation = simulation;
    }

    @Scheduled(fixedDelay = 1000)
    void advance() {
        simulation.ifAvailable(SimulatedProgress::advance);
    }
}
