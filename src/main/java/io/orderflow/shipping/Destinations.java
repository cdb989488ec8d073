package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;

/**
 * The port through which this module reads the address of an order when it books a parcel. The shipping module stores
 * no address.
 */
public interface Destinations {

    /**
     * Where the order's next parcel goes.
     *
     * @throws IllegalStateException when there is no such order
     */
    ShippingAddress of(OrderNumber order);
}
