/** Cases over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.cases.web;
