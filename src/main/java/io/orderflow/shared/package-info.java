/** Values that every module speaks: they reject nonsense when made and know no framework. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {}, type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package io.orderflow.shared;
