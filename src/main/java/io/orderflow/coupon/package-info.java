/** Coupons: what they take off, who may use them, and which orders hold one. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.coupon;
