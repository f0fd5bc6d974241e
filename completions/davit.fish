# Completion of davit for fish. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

function __davit_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # an open quote cannot be taken away by unescape
    set -l word (string unescape -- $typed; or string replace -r '^["\']' '' -- $typed)
    set -l answer ($words[1] __complete $words[2..-1] "$word" 2>/dev/null)
    set -q answer[1]; or return
    set -l directive (string sub -s 2 -- $answer[-1])
    set -e answer[-1]
    # the flag of --flag=value, which candidates lack
    set -l flag (string match -r '^-[^=]*=' -- "$word")
    string replace -r '^' -- "$flag" $answer
    # names of files, behind what is before them in the word
    set -l prefix (string match -r '^-.*=' -- "$word")
    set -l path (string replace -r '^-.*=' '' -- "$word")
    if test (math "bitand($directive, 16)") -ne 0
        string replace -r '^' -- "$prefix" (__fish_complete_directories "$path")
    else if test (math "bitand($directive, 5)") -eq 0
        string replace -r '^' -- "$prefix" (__fish_complete_path "$path")
    end
end

complete -c davit -f -a '(__davit_complete)'
