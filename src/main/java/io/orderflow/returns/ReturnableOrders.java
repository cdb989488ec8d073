package io.orderflow.returns;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Optional;

/**
 * The port through which this module reads orders. Another module implements it, because modules do not know each
 * other.
 */
public interface ReturnableOrders {

    /**
     * The order as it stands, and stays: nobody else changes it until this transaction ends.
     *
     * @param onlyOf the customer whose orders may be seen; empty: everybody's
     * @return empty when there is no such order, or it is not that customer's
     */
    Optional<ReturnableOrder> lock(OrderNumber order, Optional<CustomerId> onlyOf);

    /**
     * The order as it stands, held by nobody.
     *
     * @param onlyOf the customer whose orders may be seen; empty: everybody's
     * @return empty when there is no such order, or it is not that customer's
     */
    Optional<ReturnableOrder> read(OrderNumber order, Optional<CustomerId> onlyOf);
}
