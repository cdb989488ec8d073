package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;

/**
 * A carrier that exists only here; {@link SimulatedProgress} moves its parcels when that is switched on. It finds every
 * address but one whose first line starts with {@code Nowhere}, so that a failed delivery is a {@code curl} away.
 */
class SimulatedCarrier implements Carrier {

    static final String NAME = "simulated";
    private static final String FOUND = "SIM-";
    private static final String LOST = "SIM-NOWHERE-";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String book(String reference, ShippingAddress address) {
        return (address.line1().startsWith("Nowhere") ? LOST : FOUND) + reference;
    }

    /** Whether the parcel goes where nobody is. */
    static boolean failsToDeliver(String trackingNumber) {
        return trackingNumber.startsWith(LOST);
    }

    @Override
    public void cancel(String reference) {
        // A simulated parcel stops by being forgotten.
    }
}
