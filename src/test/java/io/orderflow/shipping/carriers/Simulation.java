package io.orderflow.shipping.carriers;

import org.springframework.beans.factory.BeanFactory;

/** Lets a test of another room move the simulated parcels. */
public class Simulation {

    private Simulation() {}

    /** Tells the next step of every simulated parcel that is due for one. */
    public static void advance(BeanFactory application) {
        application.getBean(SimulatedProgress.class).advance();
    }
}
