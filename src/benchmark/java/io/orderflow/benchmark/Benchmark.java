package io.orderflow.benchmark;

import io.orderflow.benchmark.Outsider.State;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs everything: server, application, counting, load, report. */
final class Benchmark {

    private static final int FILLING_CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    /** Copies of an unpaid order are to stay unpaid. */
    private static final Map<String, String> LONG_RESERVATIONS = Map.of("ORDERS_RESERVATIONTTL", "PT10H");

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.read();
        Files.createDirectories(settings.output());
        Report report = new Report();
        say("Starting PostgreSQL");
        try (DatabaseServer server = new DatabaseServer()) {
            run(settings, server, report);
        } finally {
            report.write(settings.output());
        }
    }

    private static void run(Settings settings, DatabaseServer server, Report report) throws Exception {
        if (settings.counts() || settings.loads()) {
            runOrders(settings, server, report);
        }
        if (settings.grows()) {
            runGrowth(settings, server, report);
        }
        if (settings.settles() || settings.isolates()) {
            runPayments(settings, server, report);
        }
        if (settings.isolatesCarrier()) {
            runParcels(settings, server, report);
        }
    }

    private static void runParcels(Settings settings, DatabaseServer server, Report report) throws Exception {
        try (CarrierServer carrier = new CarrierServer()) {
            Map<String, String> environment = new HashMap<>(carrier.environment());
            environment.put("SERVER_TOMCAT_MBEANREGISTRY_ENABLED", "true");
            environment.put("ORDERS_RESERVATIONTTL", Isolation.TTL.toString());
            List<String> arguments = carrier.arguments(settings.classes(), settings.output(), settings.jar());
            try (Application application = Application.ready(
                            arguments, settings.output().resolve("carrier.log"), server.url(), environment);
                    Isolation isolation = new Isolation(server, carrier, application.url())) {
                new Shop(application.url()).stock();
                isolate(settings.outage(), isolation, report, carrier);
            }
        }
    }

    private static void runPayments(Settings settings, DatabaseServer server, Report report) throws Exception {
        try (PaymentGatewayProcess gateway = new PaymentGatewayProcess(settings.output())) {
            Map<String, String> environment = new HashMap<>(gateway.environment());
            environment.put("SERVER_TOMCAT_MBEANREGISTRY_ENABLED", "true");
            if (settings.settles()) {
                server.countNothing();
                try (Application application = start(settings, server, "settle.log", environment)) {
                    new Shop(application.url()).stock();
                    say("Settling payments with a slow gateway");
                    report.settled(Settling.run(server, gateway, application));
                }
            }
            environment.put("ORDERS_RESERVATIONTTL", Isolation.TTL.toString());
            if (settings.isolates()) {
                try (Application application = start(settings, server, "isolation.log", environment);
                        Isolation isolation = new Isolation(server, gateway, application.url())) {
                    new Shop(application.url()).stock();
                    isolate(settings.outage(), isolation, report, gateway);
                }
            }
        }
    }

    private static void isolate(Duration outage, Isolation isolation, Report report, Outsider outsider)
            throws Exception {
        say("Having orders paid beforehand");
        isolation.prepare(outage.multipliedBy(3).plus(WARM_UP));
        isolation.play("warm-up", State.WELL, WARM_UP);
        say("Measuring with a " + outsider.name() + " that is well, hangs, and fails");
        report.isolated(outsider, isolation.play("is well", State.WELL, outage));
        report.isolated(outsider, isolation.play("hangs", State.HANGING, outage));
        report.isolated(outsider, isolation.play("fails", State.FAILING, outage));
    }

    private static void runOrders(Settings settings, DatabaseServer server, Report report) throws Exception {
        say("Starting the application on an empty database");
        try (Application application = start(settings, server, "application.log")) {
            report.started("empty database", application);
            measure(settings, server, application, report);
            report.peakMemory(application.peakMemory());
        }
        if (settings.loads()) {
            say("Starting the application once more");
            try (Application application = start(settings, server, "application-again.log")) {
                report.started("filled database", application);
            }
        }
    }

    /** Fails where a statement reads a table that grows from one end to the other. */
    private static void runGrowth(Settings settings, DatabaseServer server, Report report) throws Exception {
        Set<String> grown;
        try (Application application = start(settings, server, "growth-before.log", LONG_RESERVATIONS);
                Milestones milestones = new Milestones(server.adminUrl())) {
            report.started("empty database", application);
            Shop shop = new Shop(application.url());
            shop.stock();
            say("Measuring on a young database");
            report.grown(Growing.measure("hardly any order", server, application, shop, milestones, settings));
            say("Growing by " + settings.growth()
                    + " finished orders and a tenth each of unpaid ones and ones on their way");
            grown = Growing.fill(server, shop, milestones, settings.growth());
        }
        server.execute("select pg_stat_statements_reset()");
        try (Application application = start(settings, server, "growth-after.log", LONG_RESERVATIONS);
                Milestones milestones = new Milestones(server.adminUrl());
                Connection connection = server.connect()) {
            report.started("grown database", application);
            Shop shop = new Shop(application.url());
            say("Measuring on the grown database");
            report.grown(Growing.measure(
                    settings.growth() + " finished orders", server, application, shop, milestones, settings));
            Plans plans = Plans.of(connection, grown);
            report.planned(plans);
            if (!plans.scanned().isEmpty()) {
                throw new IllegalStateException("statements read whole tables that grow: " + plans.scanned());
            }
        }
    }

    private static Application start(Settings settings, DatabaseServer server, String log)
            throws IOException, InterruptedException {
        return start(settings, server, log, Map.of());
    }

    private static Application start(
            Settings settings, DatabaseServer server, String log, Map<String, String> environment)
            throws IOException, InterruptedException {
        return Application.ready(settings.jar(), settings.output().resolve(log), server.url(), environment);
    }

    private static void measure(Settings settings, DatabaseServer server, Application application, Report report)
            throws Exception {
        Shop shop = new Shop(application.url());
        try (Milestones milestones = new Milestones(server.adminUrl())) {
            say("Filling the database with " + settings.fill() + " orders");
            shop.stock();
            fill(shop, milestones, settings.fill());
            server.execute("analyze");
            if (settings.counts()) {
                say("Counting over " + settings.orders() + " orders");
                Counting counting = Counting.run(server, shop, milestones, settings.orders());
                counting.writeStatements(settings.output().resolve("statements.txt"));
                report.counted(counting);
            }
        }
        if (settings.loads()) {
            for (int clients : settings.clients()) {
                say("Loading with " + clients + " clients");
                report.loaded(Load.run(settings, server, application, clients));
            }
        }
    }

    private static void fill(Shop shop, Milestones milestones, int orders)
            throws InterruptedException, ExecutionException {
        Callable<Void> order = () -> {
            shop.completeOrder(milestones, true);
            return null;
        };
        var clients = Executors.newFixedThreadPool(FILLING_CLIENTS);
        try {
            List<Callable<Void>> all = Collections.nCopies(orders, order);
            for (Future<Void> done : clients.invokeAll(all)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void say(String what) {
        System.out.println("[benchmark] " + what);
    }
}
