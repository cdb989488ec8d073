package io.orderflow.process;

import io.orderflow.coupon.CouponNotUsable;
import io.orderflow.coupon.CouponService;
import io.orderflow.inventory.InventoryService;
import io.orderflow.order.CouponRefused;
import io.orderflow.order.Discounts;
import io.orderflow.order.ProductCatalogue;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.Destinations;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The ports through which modules ask each other, and the engine, which they do not know. */
@Component
class OrderPorts implements ProductCatalogue, Discounts, RunningProcesses, Destinations {

    private final InventoryService inventory;
    private final CouponService coupons;
    private final RuntimeService runtime;
    private final OrderReading orders;

    OrderPorts(InventoryService inventory, CouponService coupons, RuntimeService runtime, OrderReading orders) {
        this.inventory = inventory;
        this.coupons = coupons;
        this.runtime = runtime;
        this.orders = orders;
    }

    @Override
    public Map<Sku, Offer> offers(Collection<Sku> skus) {
        return inventory.products(skus).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        product -> new Offer(
                                product.getValue().name(), product.getValue().price())));
    }

    @Override
    public Money discount(CouponCode coupon, CustomerId customer, Money total) throws CouponRefused {
        try {
            return coupons.discount(coupon, customer, total);
        } catch (CouponNotUsable refusal) {
            throw new CouponRefused(coupon, refusal);
        }
    }

    @Override
    public boolean isRunning(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ProcessKey.ORDER.inDiagram())
                        .processInstanceBusinessKey(order.value())
                        .count()
                > 0;
    }

    @Override
    public ShippingAddress of(OrderNumber order) {
        return orders.facts(order).address();
    }
}
