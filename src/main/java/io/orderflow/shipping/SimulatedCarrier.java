package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;

/** A carrier that exists only here; {@link SimulatedProgress} moves its parcels when that is switched on. */
class SimulatedCarrier implements Carrier {

    static final String NAME = "simulated";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String book(String reference, ShippingAddress address) {
        return "SIM-" + reference;
    }

    @Override
    public void cancel(String reference) {
        // A simulated parcel stops by being forgotten.
    }
}
