package letopis.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.function.Consumer;

/// Counts what code does instead of how long it takes: branches, calls, and the characters that
/// patterns read and whole-text methods of [String] are given. The classes of Letopis and jsoup are
/// loaded a second time with a counter before each such instruction, so that the count is the same
/// on every machine, whatever else it does.
public final class CountedWork {
  private static final ClassDesc COUNTER = Counter.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final ClassDesc TEXT = CharSequence.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc READ = MethodTypeDesc.of(ConstantDescs.CD_void, TEXT);
  private static final MethodTypeDesc COUNTED = MethodTypeDesc.of(TEXT, TEXT);

  /// Methods that go over the whole of the string that they are called on.
  private static final Set<String> WHOLE_TEXT =
      Set.of(
          "contains",
          "split",
          "strip",
          "isBlank",
          "toLowerCase",
          "toCharArray",
          "replace",
          "replaceAll",
          "replaceFirst");

  private final Consumer<String> task;

  /// @param task a class without state whose constructor has no parameters
  public CountedWork(Class<? extends Consumer<String>> task) {
    try {
      Class<?> counted = new Loader().loadClass(task.getName());
      @SuppressWarnings("unchecked")
      Consumer<String> made = (Consumer<String>) counted.getConstructor().newInstance();
      this.task = made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Runs the task and says how much it did. Its first run includes the making of its tables.
  public long of(String input) {
    long before = Counter.steps;
    task.accept(input);
    return Counter.steps - before;
  }

  /// What the changed classes call; used by one thread.
  public static final class Counter {
    private static long steps;

    private Counter() {}

    public static void step() {
      steps++;
    }

    public static void read(CharSequence text) {
      steps += text == null ? 0 : text.length();
    }

    public static CharSequence counted(CharSequence text) {
      return new CountedText(text);
    }
  }

  /// A text that counts which of its characters are asked for.
  private record CountedText(CharSequence text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      Counter.step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(CountedWork.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean counted = name.startsWith("letopis.") || name.startsWith("org.jsoup.");
      if (!counted || name.startsWith(CountedWork.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        ClassFile file = ClassFile.of();
        byte[] changed =
            file.transformClass(
                file.parse(in.readAllBytes()),
                ClassTransform.transformingMethodBodies(Loader::count));
        return defineClass(name, changed, 0, changed.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void count(CodeBuilder code, CodeElement element) {
      if (element instanceof BranchInstruction) {
        code.invokestatic(COUNTER, "step", STEP);
      } else if (element instanceof InvokeInstruction call) {
        code.invokestatic(COUNTER, "step", STEP);
        read(code, call);
      }
      code.with(element);
    }

    /// Hands the text of a call to the counter and leaves the stack as it was.
    private static void read(CodeBuilder code, InvokeInstruction call) {
      String owner = call.owner().asInternalName();
      String name = call.name().stringValue();
      if (owner.equals("java/util/regex/Pattern") && name.equals("matcher")) {
        code.invokestatic(COUNTER, "counted", COUNTED);
      } else if (owner.equals("java/lang/String") && WHOLE_TEXT.contains(name)) {
        switch (call.typeSymbol().parameterCount()) {
          case 0 -> code.dup().invokestatic(COUNTER, "read", READ);
          case 1 -> code.dup2().pop().invokestatic(COUNTER, "read", READ);
          case 2 -> code.dup2_x1().pop2().dup_x2().invokestatic(COUNTER, "read", READ);
          default -> throw new IllegalStateException("no count for " + name);
        }
      }
    }
  }
}
