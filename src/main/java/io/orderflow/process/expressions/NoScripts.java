package io.orderflow.process.expressions;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** A resolver that finds no script engine, so that no script runs, in any language. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new ProcessEngineException("No script runs here, in '" + language + "' or any other language.");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new ProcessEngineException("No script runs here.");
    }

    /** Ignores the factory. */
    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {}
}
