package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What the life of an order promises, held against the tables and against the books of the gateway and the carrier. To
 * be asked when all work is done: an order on its way from one state to the next may keep a promise only at the end of
 * it.
 */
@TestComponent
class OrderInvariants {

    private final NamedParameterJdbcTemplate jdbc;
    private final RuntimeService runtime;
    private final GatewayBooks gateway;
    private final CarrierBooks carrier;

    OrderInvariants(
            NamedParameterJdbcTemplate jdbc, RuntimeService runtime, GatewayBooks gateway, CarrierBooks carrier) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.gateway = gateway;
        this.carrier = carrier;
    }

    void check(Assortment shop) {
        List<OrderNumber> orders = orders(shop);
        SoftAssertions all = new SoftAssertions();
        shop.stock().forEach((sku, start) -> checkStock(all, sku, start));
        shop.coupons().forEach(coupon -> checkCoupon(all, coupon));
        if (!orders.isEmpty()) {
            checkOrders(all, orders);
            checkReturns(all, orders);
        }
        orders.forEach(order -> checkBooks(all, order));
        all.assertAll();
    }

    /** No process runs for an order that does not exist, and none twice. */
    void checkProcesses() {
        List<ProcessInstance> roots =
                runtime.createProcessInstanceQuery().rootProcessInstances().list();

        assertThat(roots)
                .extracting(it -> it.getProcessDefinitionKey() + " " + it.getBusinessKey())
                .doesNotHaveDuplicates();
        List<String> running =
                roots.stream().map(ProcessInstance::getBusinessKey).distinct().toList();
        assertThat(jdbc.queryForList("select order_number from orders", Map.of(), String.class))
                .containsAll(running);
    }

    List<OrderNumber> orders(Assortment shop) {
        return jdbc
                .queryForList(
                        "select distinct order_number from order_line where sku in (:skus)",
                        Map.of(
                                "skus",
                                shop.stock().keySet().stream().map(Sku::value).toList()),
                        String.class)
                .stream()
                .map(OrderNumber::new)
                .toList();
    }

    private void checkOrders(SoftAssertions all, List<OrderNumber> orders) {
        List<String> numbers = orders.stream().map(OrderNumber::value).toList();
        List<String> running =
                orders.stream().filter(this::isRunning).map(OrderNumber::value).toList();
        for (OrderPromise promise : OrderPromise.values()) {
            List<String> offenders = jdbc.queryForList(
                    "select o.order_number || ' ' || o.status from orders o "
                            + "where o.order_number in (:orders) and (" + promise.broken() + ")",
                    Map.of("orders", numbers, "running", running.isEmpty() ? List.of("none") : running),
                    String.class);
            all.assertThat(offenders)
                    .as("orders that break the promise %s", promise)
                    .isEmpty();
        }
    }

    /** A case about a parcel says nothing of the order's own process. */
    private boolean isRunning(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value())
                        .processDefinitionKeyNotIn("Return", "ResolveCase")
                        .count()
                > 0;
    }

    /** No return is open without a process, and no process of a return runs for nothing. */
    private void checkReturns(SoftAssertions all, List<OrderNumber> orders) {
        List<String> open = jdbc.queryForList(
                "select order_number from return_request where order_number in (:orders) "
                        + "and status in ('REQUESTED', 'APPROVED')",
                Map.of("orders", orders.stream().map(OrderNumber::value).toList()),
                String.class);
        List<String> returning = orders.stream()
                .filter(this::isReturning)
                .map(OrderNumber::value)
                .toList();
        all.assertThat(returning).as("orders with a running return").containsExactlyInAnyOrderElementsOf(open);
    }

    private boolean isReturning(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value())
                        .processDefinitionKey("Return")
                        .count()
                > 0;
    }

    private void checkStock(SoftAssertions all, Sku sku, int start) {
        Map<String, Object> stock = jdbc.queryForMap("""
                select on_hand,
                  (select coalesce(sum(l.quantity - l.returned_quantity), 0) from order_line l
                    join orders o on o.order_number = l.order_number
                    where l.sku = p.sku and o.status in ('PROCESSING', 'SHIPPED', 'COMPLETED', 'SHIP_FAILED')) as sold,
                  reserved,
                  (select coalesce(sum(r.quantity), 0) from reservation_line r join orders o on o.order_number = r.order_number
                    where r.sku = p.sku and r.status = 'HELD' and o.status in ('CREATED', 'PAID')) as held
                from product p where p.sku = :sku""", Map.of("sku", sku.value()));
        all.assertThat(number(stock, "on_hand") + number(stock, "sold"))
                .as("pieces of %s on hand and sold", sku)
                .isEqualTo(start);
        all.assertThat(number(stock, "reserved"))
                .as("pieces of %s reserved", sku)
                .isEqualTo(number(stock, "held"));
    }

    private void checkCoupon(SoftAssertions all, CouponCode coupon) {
        Map<String, Object> uses = jdbc.queryForMap("""
                select used, max_uses, (select count(*) from coupon_use u where u.code = c.code) as held
                from coupon c where c.code = :code""", Map.of("code", coupon.value()));
        all.assertThat(number(uses, "used"))
                .as("uses of coupon %s", coupon)
                .isEqualTo(number(uses, "held"))
                .isLessThanOrEqualTo(number(uses, "max_uses"));
    }

    private void checkBooks(SoftAssertions all, OrderNumber order) {
        Map<String, Object> own = jdbc.queryForMap("""
                select
                  (select coalesce(sum(amount), 0) from charge c
                    where c.order_number = o.order_number and c.status = 'APPROVED') as charged,
                  (select coalesce(sum(amount), 0) from refund r
                    where r.order_number = o.order_number and r.status = 'DONE') as refunded,
                  (select count(*) from shipment s
                    where s.order_number = o.order_number and s.status <> 'CANCELLED') as parcels
                from orders o where order_number = :order""", Map.of("order", order.value()));
        all.assertThat(gateway.charges(order))
                .as("payments the gateway took for %s", order)
                .isLessThan(2);
        all.assertThat(gateway.charged(order))
                .as("what the gateway took for %s", order)
                .isEqualTo(number(own, "charged"));
        all.assertThat(gateway.refunded(order))
                .as("what the gateway gave back for %s", order)
                .isEqualTo(number(own, "refunded"));
        all.assertThat(carrier.parcels(order))
                .as("parcels of %s at the carrier", order)
                .isEqualTo(number(own, "parcels"));
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
