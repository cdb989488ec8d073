package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;

/** Parcels handed over by people: the tracking number is given here, and only the webhook moves them. */
class ManualCarrier implements Carrier {

    static final String NAME = "manual";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String book(String reference, ShippingAddress address) {
        return "MAN-" + reference;
    }

    @Override
    public void cancel(String reference) {
        // People see the cancelled shipment and keep the parcel.
    }
}
