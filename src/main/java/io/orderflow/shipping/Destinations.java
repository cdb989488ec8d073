package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;

/** Where the parcels of orders go. Asked when a parcel is booked; shipping keeps no address. */
public interface Destinations {

    /**
     * Where the order's next parcel goes.
     *
     * @throws IllegalStateException when there is no such order
     */
    ShippingAddress of(OrderNumber order);
}
