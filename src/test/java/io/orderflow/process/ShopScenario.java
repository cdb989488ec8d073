package io.orderflow.process;

import io.orderflow.TestClock;
import io.orderflow.cases.CaseRegister;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.watching.Watch;
import io.orderflow.returns.ReturnService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;

/** What most tests of the shop act with, and look at. */
abstract class ShopScenario {

    @Autowired
    Shop shop;

    @Autowired
    ShopStaff staff;

    @Autowired
    Watch watch;

    @Autowired
    GatewayBooks gateway;

    @Autowired
    CaseRegister cases;

    @Autowired
    ReturnService returns;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;
}
