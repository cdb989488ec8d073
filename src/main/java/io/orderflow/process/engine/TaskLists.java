package io.orderflow.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists by which ops find their tasks. Without a list, Tasklist shows no tasks. */
class TaskLists {

    /**
     * The name of the engine's property that says whether the lists exist. Such names are unique, so a second node that
     * creates the lists too fails and looks again.
     */
    static final String VERSION_PROPERTY = "orderflow.tasklists";

    private static final String VERSION = "2";

    private final ProcessEngine engine;
    private final Accounts accounts;

    TaskLists(ProcessEngine engine, Accounts accounts) {
        this.engine = engine;
        this.accounts = accounts;
    }

    /** Creates the lists once. After that, people may change and delete them. */
    void ensure() {
        ManagementService management = engine.getManagementService();
        if (VERSION.equals(management.getProperties().get(VERSION_PROPERTY))) {
            return;
        }
        management.setProperty(VERSION_PROPERTY, VERSION);
        Arrays.stream(TaskList.values()).forEach(this::ensure);
    }

    private void ensure(TaskList list) {
        FilterService filters = engine.getFilterService();
        if (filters.createFilterQuery().filterName(list.title()).count() > 0) {
            return;
        }
        TaskQuery query = list.narrow(engine.getTaskService().createTaskQuery());
        Filter filter = filters.newTaskFilter(list.title())
                .setQuery(query)
                .setProperties(Map.of(
                        "description",
                        list.description(),
                        "color",
                        list.colour(),
                        "priority",
                        list.ordinal(),
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        columns(list)));
        filters.saveFilter(filter);
        accounts.ensureRights(new GroupRights("ops", FILTER, filter.getId(), READ));
    }

    private static List<Map<String, String>> columns(TaskList list) {
        return list.columns().entrySet().stream()
                .map(column -> Map.of("name", column.getKey(), "label", column.getValue()))
                .toList();
    }
}
