/** Coupons: their discounts, who may use them, and which orders use them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.coupon;
