/** Products and their stock: how many pieces are on the shelf, and which orders hold them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.inventory;
