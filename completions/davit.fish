# Completion of davit for fish. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

function __davit_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # an open quote cannot be taken away by unescape
    set -l word (string unescape -- $typed; or string replace -r '^["\']' '' -- $typed)
    set -l answer ($words[1] __complete $words[2..-1] "$word" 2>/dev/null)
    set -q answer[1]; or return
    set -l ending $answer[-1]
    set -e answer[-1]
    string join \n -- $answer
    # names of files, behind what is before them in the word
    set -l prefix (string match -r '^-.*=' -- "$word")
    set -l path (string replace -r '^-.*=' '' -- "$word")
    switch $ending
        case :files
            string replace -r '^' -- "$prefix" (__fish_complete_path "$path")
        case :folders
            string replace -r '^' -- "$prefix" (__fish_complete_directories "$path")
    end
end

complete -c davit -f -a '(__davit_complete)'
