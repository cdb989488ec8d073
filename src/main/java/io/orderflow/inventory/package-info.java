/** Products, how many pieces of each are on the shelf, and which orders hold them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
package io.orderflow.inventory;
