package io.orderflow.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** The list by which ops find their tasks in Tasklist, which shows none without one. One that is there stays as it is. */
class TaskLists {

    static final String NAME = "Tasks of my groups";

    private final ProcessEngine engine;
    private final Accounts accounts;

    TaskLists(ProcessEngine engine, Accounts accounts) {
        this.engine = engine;
        this.accounts = accounts;
    }

    /** With the tasks that somebody has claimed already, so that colleagues see who is at work. */
    void ensure() {
        FilterService filters = engine.getFilterService();
        if (filters.createFilterQuery().filterName(NAME).count() > 0) {
            return;
        }
        TaskQuery query = engine.getTaskService().createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
        Filter filter = filters.newTaskFilter(NAME).setQuery(query)
                .setProperties(Map.of("description", "What waits for people of my groups", "refresh", true));
        filters.saveFilter(filter);
        accounts.ensureRights(new GroupRights("ops", FILTER, filter.getId(), READ));
    }
}
