/** Coupons over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.coupon.web;
