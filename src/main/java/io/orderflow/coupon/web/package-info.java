/** Coupons over HTTP. */
package io.orderflow.coupon.web;
