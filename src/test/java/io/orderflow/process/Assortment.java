package io.orderflow.process;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.Sku;
import java.util.List;
import java.util.Map;

/**
 * What a shop of a test sells, and nobody else: its orders are those with one of these products.
 *
 * @param stock what was on the shelf before the first order
 */
record Assortment(Map<Sku, Integer> stock, List<CouponCode> coupons) {}
