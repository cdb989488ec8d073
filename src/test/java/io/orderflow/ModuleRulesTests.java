package io.orderflow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.SaltGenerator;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchConfiguration;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchJobHandler;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;

/** The picture of the modules, and the house rules of the code, held against the code itself. */
class ModuleRulesTests {

    private static final Set<String> BUSINESS_MODULES =
            Set.of("order", "inventory", "coupon", "payment", "shipping", "returns", "notification", "cases");
    private static final Set<String> ASKING_OUTSIDE = Set.of("payment", "shipping");
    private static final ApplicationModules MODULES = ApplicationModules.of(OrderflowApplication.class);
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow");

    // ---- modules

    @Test
    void modulesUseOnlyWhatTheyDeclareAndOnlyEachOthersApi() {
        MODULES.verify();
    }

    @Test
    void modulesDeclareTheDependenciesOfThePicture() {
        Map<String, Set<String>> declared = new HashMap<>();
        Map<String, Set<String>> drawn = new HashMap<>();
        MODULES.forEach(module -> {
            declared.put(name(module), declaredDependencies(module));
            drawn.put(name(module), drawnDependencies(name(module)));
        });

        assertThat(declared).isEqualTo(drawn);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<String> packages = new HashSet<>();
        Set<String> explained = new HashSet<>();
        CODE.forEach(type ->
                (type.getSimpleName().equals("package-info") ? explained : packages).add(type.getPackageName()));

        assertThat(explained).containsAll(packages);
    }

    /** In such a package the compiler refuses null where a type does not name it. */
    @Test
    void everyPackageNamesWhatMayBeNull() {
        Set<String> packages = new HashSet<>();
        Set<String> marked = new HashSet<>();
        CODE.forEach(type -> {
            packages.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
                marked.add(type.getPackageName());
            }
        });

        assertThat(marked).containsAll(packages);
    }

    @Test
    void sharedValuesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.orderflow.shared")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.orderflow.shared")
                .check(CODE);
    }

    /** But for the two that send what a payment gateway is asked. */
    @Test
    void businessKnowsNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(BUSINESS_MODULES.stream()
                        .map(m -> "io.orderflow." + m + "..")
                        .toArray(String[]::new))
                .and()
                .resideOutsideOfPackage("io.orderflow.*.web..")
                .and()
                .haveNameNotMatching("io\\.orderflow\\.payment\\.toss\\.Toss(Client|Body)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..web..", "..http..", "jakarta.servlet..")
                .check(CODE);
    }

    // ---- the engine

    @Test
    void onlyTheProcessKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.orderflow.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    /**
     * But for the classes with "impl" in their package's name that Camunda's manual or its public API hands to users.
     */
    @Test
    void onlyThePublicApiOfTheEngineIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda..impl..")
                        .and(not(belongToAnyOf(
                                // What an application extends to have a say while the Spring Boot starter builds the
                                // engine.
                                AbstractCamundaConfiguration.class,
                                // What every door asks whether a password is right, and stores a password past the
                                // rules for new ones.
                                IdentityServiceImpl.class,
                                // How passwords are hashed: what the engine's configuration takes, and its hashes' own
                                // salt switched off.
                                PasswordEncryptor.class,
                                SaltGenerator.class,
                                // Who is logged in to the webapps.
                                Authentications.class,
                                UserAuthentication.class,
                                org.camunda.bpm.webapp.impl.security.auth.Authentication.class,
                                // What a batch does to each process that it migrates.
                                MigrationBatchJobHandler.class,
                                MigrationBatchConfiguration.class,
                                BatchConfiguration.class,
                                // What the identity service answers when it is asked who is logged in.
                                Authentication.class,
                                // What sees every file of a deployment before the engine reads it, whoever deploys;
                                // nothing else does.
                                Deployer.class,
                                DeploymentEntity.class,
                                // How a file is added to a deployment while it is made, in its transaction.
                                ResourceEntity.class,
                                ResourceManager.class,
                                // How the engine is told what opens by itself to whom: deployments to their authors,
                                // tasks to who has them.
                                DefaultAuthorizationProvider.class,
                                AuthorizationEntity.class,
                                AuthorizationEntity[].class,
                                // How the engine is told what expressions may do; there is no other way to keep methods
                                // and beans out.
                                Expression.class,
                                ELResolver.class,
                                ELContext.class,
                                // How the engine is told that no script runs.
                                ScriptEngineResolver.class,
                                // How several calls of the engine become one command, and what they left in memory is
                                // taken back.
                                ProcessEngineConfigurationImpl.class,
                                CommandExecutor.class,
                                Command.class,
                                CommandContext.class,
                                ExecutionManager.class,
                                ExecutionEntity.class,
                                Context.class,
                                // The engine in which stories are played, and how it tells where an order passes.
                                StandaloneInMemProcessEngineConfiguration.class,
                                HistoryEventHandler.class,
                                HistoryEvent.class,
                                HistoryEventType.class,
                                HistoryEventTypes.class,
                                HistoricActivityInstanceEventEntity.class,
                                // How the engine's rows get their ids.
                                IdGenerator.class,
                                // What the engine does with the subscriptions of an undo: one look for jobs less each.
                                SessionFactory.class,
                                Session.class,
                                EventSubscriptionManager.class,
                                EventSubscriptionEntity.class,
                                EventType.class,
                                DbEntityManager.class,
                                DbEntity.class))))
                .check(CODE);
    }

    // ---- the code

    @Test
    void dependenciesComeThroughTheConstructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CODE);
    }

    @Test
    void entitiesHaveVerbsInsteadOfSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    /**
     * One place for each module. What a controller's own handler returns would be sent as if nothing had been refused.
     */
    @Test
    void refusalsBecomeProblemsInTheAdviceOfTheirModuleOnly() {
        noMethods()
                .that()
                .areAnnotatedWith(ExceptionHandler.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .check(CODE);
    }

    /** Its annotations leave no trace in compiled code: what must be missing is Lombok itself. */
    @Test
    void lombokIsNotThere() {
        assertThat(getClass().getResource("/lombok/Getter.class")).isNull();
    }

    /** Only what is started brings a clock: the application, and the check of files. */
    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(OrderflowApplication.class)
                .and()
                .doNotHaveFullyQualifiedName("io.orderflow.process.model.FileCheck")
                .should()
                .accessTargetWhere(describe("reads the machine's clock", ModuleRulesTests::readsTheMachinesClock))
                .check(CODE);
    }

    @Test
    void onlyTheEngineGetsOldDates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.orderflow.process..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(CODE);
    }

    @Test
    void controllersLeaveTheDatabaseToServices() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(CODE);
    }

    /** Or what a failed statement says would hold its values. */
    @Test
    void everyConnectionComesWithErrorRedaction() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.orderflow\\.(ErrorRedaction|LazyConnections)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(DriverManager.class, Driver.class)
                .orShould()
                .callConstructorWhere(describe(
                        "makes a data source", call -> call.getTargetOwner().isAssignableTo(DataSource.class)))
                .check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CODE);
    }

    // ---- how it is found out

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Set<String> declaredDependencies(ApplicationModule module) {
        return Stream.of(CODE.get(module.getBasePackage().getName() + ".package-info")
                        .getAnnotationOfType(org.springframework.modulith.ApplicationModule.class)
                        .allowedDependencies())
                .map(dependency -> dependency.split(" :: ")[0]) // a room that others may enter
                .collect(Collectors.toSet());
    }

    /**
     * A business module knows the shared values, for its web part what the web surface shares, and, where it asks
     * somebody outside, what all calls to outside share; never its sibling.
     */
    private static Set<String> drawnDependencies(String module) {
        return switch (module) {
            case "shared", "outbound" -> Set.of();
            case "web" -> Set.of("shared");
            case "security" -> Set.of("shared", "web");
            case "process" -> everyModuleBelowTheProcess();
            default -> {
                assertThat(module).as("a module of the picture").isIn(BUSINESS_MODULES);
                Set<String> drawn = new HashSet<>(Set.of("shared"));
                if (CODE.containPackage("io.orderflow." + module + ".web")) {
                    drawn.add("web");
                }
                if (ASKING_OUTSIDE.contains(module)) {
                    drawn.add("outbound");
                }
                yield drawn;
            }
        };
    }

    private static Set<String> everyModuleBelowTheProcess() {
        Set<String> below = new HashSet<>(Set.of("shared", "web")); // web: to refuse at the engine's doors as at ours
        MODULES.stream()
                .map(ModuleRulesTests::name)
                .filter(BUSINESS_MODULES::contains)
                .forEach(below::add);
        return below;
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        String what =
                access.getTargetOwner().getName() + "." + access.getTarget().getName();
        boolean asksTheClock = access.getTarget()
                .resolveMember()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(method ->
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class)))
                .isPresent();
        return !asksTheClock
                        && what.matches("java\\.time\\..*\\.now|java\\.time\\.Clock\\.(system|tick).*"
                                + "|java\\.lang\\.System\\.currentTimeMillis|java\\.util\\.Calendar\\.getInstance")
                || what.equals("java.util.Date.<init>")
                        && access.getDescription().contains("Date.<init>()");
    }
}
