package io.orderflow.returns;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Optional;

/** What a return must know of orders; filled in from outside, because no module knows its sibling. */
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
