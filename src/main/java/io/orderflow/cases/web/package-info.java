/** Cases over HTTP. */
package io.orderflow.cases.web;
